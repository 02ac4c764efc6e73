WHERE indicator = :indicator AND organisation = :organisation AND period = :period AND kind = :kind
