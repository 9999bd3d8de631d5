"""The pure core: values in, values out; no files, no processes, no printing, no clock."""
