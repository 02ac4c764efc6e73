DELETE FROM document_relation WHERE document = :of AND position >= :count
