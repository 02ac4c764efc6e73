INSERT INTO collection_reporter (collection, position, reporter)
VALUES (:collection, :position, :reporter)
