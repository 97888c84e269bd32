"""How a comparator is passed on within a clause: "Ít nhất 70% A và 50% B" binds both."""
