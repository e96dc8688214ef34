// Placeholder while the module is begun.
