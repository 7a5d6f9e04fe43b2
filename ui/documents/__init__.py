"""Documents that participants take home: made in the memory of their own session, as HTML or DOCX."""
