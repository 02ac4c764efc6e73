//! Plans with those who assigned them.

use rusqlite::named_params;
use tongket_model::{IndicatorId, OrganisationId, Plan, PlanId};

use crate::changes::check_quantity;
use crate::columns::{Columns, Json, Qualifiers, Stored, Word};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Plan {
    const NOUN: Noun = Noun::Plan;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Plan> {
        Ok(Plan {
            id: PlanId(columns.take()?),
            indicator: IndicatorId(columns.take()?),
            period: columns.word()?,
            assigner: columns.take()?,
            quantity: columns.quantity()?,
            raw: columns.take()?,
            origin: columns.origin()?,
            state: columns.word()?,
            position: columns.take()?,
        })
    }
}

impl Store {
    /// Every plan of the indicators of an organisation, ordered by indicator, period and position.
    pub fn plans_of(&self, organisation: OrganisationId) -> Result<Vec<Plan>, StoreError> {
        const SQL: &str = concat!(include_str!("select.sql"), include_str!("of_organisation.sql"));
        let mut plans: Vec<Plan> = self.all(SQL, [organisation.0])?;
        let key = |plan: &Plan| (plan.indicator, plan.period);
        for of_period in plans.chunk_by_mut(|one, next| key(one) == key(next)) {
            of_period.sort_by_key(|plan| (plan.position, plan.id));
        }
        Ok(plans)
    }

    /// The plans whose period ends in `year`, those of an indicator in their order.
    pub fn plans_in(&self, owner: OrganisationId, year: i32) -> Result<Vec<Plan>, StoreError> {
        const SQL: &str = concat!(include_str!("select.sql"), include_str!("about_year.sql"));
        let params = named_params! { ":owner": owner.0, ":year": year.to_string() };
        let mut plans: Vec<Plan> = self.all(SQL, params)?;
        plans.retain(|plan| plan.period.year() == year);
        Ok(plans)
    }

    /// The plans of one indicator, every period.
    pub fn plans_of_indicator(&self, of: IndicatorId) -> Result<Vec<Plan>, StoreError> {
        self.all(concat!(include_str!("select.sql"), "WHERE indicator = ?1"), [of.0])
    }
}

impl Changes<'_> {
    /// Refused when the key (indicator, period, assigner) has a plan already.
    pub fn add_plan(&mut self, plan: &Plan) -> Result<PlanId, StoreError> {
        self.save_plan(include_str!("add.sql"), None, plan).map(PlanId)
    }

    /// Adds the plan or replaces the one with its key, which keeps its id.
    pub fn set_plan(&mut self, plan: &Plan) -> Result<PlanId, StoreError> {
        self.save_plan(include_str!("set.sql"), None, plan).map(PlanId)
    }

    pub fn update_plan(&mut self, plan: &Plan) -> Result<(), StoreError> {
        self.save_plan(include_str!("update.sql"), Some(plan.id.0), plan).map(drop)
    }

    pub fn remove_plan(&mut self, id: PlanId) -> Result<(), StoreError> {
        self.remove(Noun::Plan, include_str!("remove.sql"), id.0)
    }

    fn save_plan(&mut self, sql: &str, id: Option<i64>, plan: &Plan) -> Result<i64, StoreError> {
        let quantity = &plan.quantity;
        check_quantity(quantity)?;
        let params = named_params! {
            ":id": id,
            ":indicator": plan.indicator.0,
            ":period": Word(plan.period),
            ":assigner": plan.assigner,
            ":qualifiers": Qualifiers(quantity.qualifiers.as_slice()),
            ":amount": Word(quantity.amount),
            ":upper": quantity.to.map(Word),
            ":denominator": quantity.of.map(Word),
            ":unit": Word(&quantity.unit),
            ":raw": plan.raw,
            ":origin": Json(&plan.origin),
            ":state": Word(plan.state),
            ":position": plan.position,
        };
        self.save(Noun::Plan, id, sql, params)
    }
}
