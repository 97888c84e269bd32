"""Files made to do harm, each small and made when asked for."""
