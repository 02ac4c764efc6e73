SELECT max(number) FROM draft_version WHERE draft = ?1
