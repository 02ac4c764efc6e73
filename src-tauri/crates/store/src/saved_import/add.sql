INSERT INTO saved_import (organisation, name, saved, content)
VALUES (:organisation, :name, :saved, :content)
RETURNING id
