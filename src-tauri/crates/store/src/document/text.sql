SELECT text FROM document_text WHERE document = ?1
