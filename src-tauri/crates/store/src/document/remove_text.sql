DELETE FROM document_text WHERE document = ?1
