"""Lists of PDQ hashes, as the tools of ThreatExchange read and write them."""
