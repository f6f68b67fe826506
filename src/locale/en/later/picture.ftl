# A picture of a journey

picture = Picture of this journey
picture-help = The picture shows the journey as the canvas does, all of it.
picture-selection = Only the selected tiles
picture-svg = Save as SVG
picture-png = Save as PNG
picture-mermaid = Save as Mermaid text
picture-print = Print on one page
picture-not-printed = The picture could not be printed: { $cause }
