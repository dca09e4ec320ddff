"""What the stations show and play, as ffmpeg filter graphs."""
