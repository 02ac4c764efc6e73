INSERT INTO scorecard_indicator (scorecard, position, indicator)
VALUES (:scorecard, :position, :indicator)
