"""The pages of the window, one for each row of the sidebar, and the page one meets without a file."""
