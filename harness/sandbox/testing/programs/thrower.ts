// A module that throws.
throw new Error('thrown at import');
