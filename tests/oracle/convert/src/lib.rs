// Empty: the manifest beside this folder only names a crate to fetch.
