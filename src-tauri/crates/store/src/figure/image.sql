SELECT
    ?1 ->> 'id', ?1 ->> 'indicator', ?1 ->> 'organisation', ?1 ->> 'period', ?1 ->> 'kind',
    ?1 ->> 'qualifiers', ?1 ->> 'amount', ?1 ->> 'upper', ?1 ->> 'denominator', ?1 ->> 'unit',
    ?1 ->> 'raw', ?1 ->> 'origin', ?1 ->> 'state', ?1 ->> 'published'
