-- Undone steps name what redo would need.
DELETE FROM content
WHERE
    NOT EXISTS (SELECT 1 FROM draft WHERE draft.template = content.sha256)
    AND NOT EXISTS (SELECT 1 FROM draft_version WHERE draft_version.docx = content.sha256)
    AND sha256 NOT IN (
        SELECT before ->> '$.template' FROM journal_change
        WHERE of_table = 'draft' AND before IS NOT NULL
        UNION
        SELECT after ->> '$.template' FROM journal_change
        WHERE of_table = 'draft' AND after IS NOT NULL
        UNION
        SELECT before ->> '$.docx' FROM journal_change
        WHERE of_table = 'draft_version' AND before IS NOT NULL
        UNION
        SELECT after ->> '$.docx' FROM journal_change
        WHERE of_table = 'draft_version' AND after IS NOT NULL
    )
