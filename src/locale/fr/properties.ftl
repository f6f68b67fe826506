### ### Properties pane and its editors.
