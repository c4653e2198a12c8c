"""The commands, one module each; ``run(arguments, voice)`` returns the exit code."""
