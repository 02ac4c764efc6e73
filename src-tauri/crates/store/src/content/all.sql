SELECT sha256, bytes FROM content
