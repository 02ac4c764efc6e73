//! The import that a case has open, as the window holds one. The reading child is the program itself.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tongket_app::{
    AppError, ImportEdit, ImportKnowledge, ImportReading, OpenImport, Opening, Scope, Session,
    put_aside,
};

use crate::run::json;

pub struct Imports {
    folder: PathBuf,
    open: Option<OpenImport>,
}

impl Imports {
    pub fn of(folder: &Path) -> Imports {
        Imports { folder: folder.to_owned(), open: None }
    }

    pub fn open(&mut self) -> &mut OpenImport {
        self.open.as_mut().expect("no import is open")
    }

    pub fn read(
        &mut self,
        session: &Session,
        scope: &Scope,
        file: &str,
        reading: &ImportReading,
    ) -> Result<Value, AppError> {
        if let Some(open) = self.open.as_mut().filter(|open| open.path().ends_with(file))
            && open.take_reading(reading)?
        {
            return json(open.view());
        }
        let known = ImportKnowledge::load(session.app()?, scope)?;
        let path = self.folder.join(file);
        let program = tongket_tests::program();
        let watch = &mut |_| ControlFlow::Continue(());
        match OpenImport::read(path, reading.clone(), program, known, watch)? {
            Opening::Open(open) => {
                let view = json(open.view());
                self.open = Some(*open);
                view
            }
            Opening::SecretStamp => Ok(json!("secret-stamp")),
            Opening::Stopped => Ok(json!("stopped")),
        }
    }

    pub fn refresh(&mut self, session: &Session, scope: &Scope) -> Result<Value, AppError> {
        let known = ImportKnowledge::load(session.app()?, scope)?;
        self.open().refresh(known)?;
        json(self.open().view())
    }

    pub fn edit(&mut self, edits: &[ImportEdit]) -> Result<Value, AppError> {
        let open = self.open();
        edits.iter().try_for_each(|edit| open.edit(edit))?;
        json(open.view())
    }

    pub fn apply(&mut self, session: &mut Session) -> Result<Value, AppError> {
        json(self.open().apply(session.app_mut()?)?)
    }

    pub fn put_aside(&mut self, session: &mut Session) -> Result<Value, AppError> {
        put_aside(session.app_mut()?, self.open())?;
        self.open = None;
        Ok(Value::Null)
    }

    pub fn reopen(&mut self, session: &Session, scope: &Scope, id: u32) -> Result<Value, AppError> {
        self.open = Some(OpenImport::reopen(session.app()?, scope, id)?);
        json(self.open().view())
    }
}
