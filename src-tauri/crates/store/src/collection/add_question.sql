INSERT INTO collection_question (collection, position, indicator, measure)
VALUES (:collection, :position, :indicator, :measure)
