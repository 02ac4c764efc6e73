DELETE FROM document_event WHERE document = :of AND position >= :count
