"""What a register is: its records, their fields, their edits. Standard library only."""
