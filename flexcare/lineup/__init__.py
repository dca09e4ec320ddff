"""Playlists to channels: `m3u` reads, `source` fetches, `limits` says how much; `channel` holds what comes out."""
