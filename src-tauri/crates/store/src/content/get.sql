SELECT bytes FROM content WHERE sha256 = ?1
