"""The worker: a process of its own that holds one model and answers over HTTP on a Unix socket."""
