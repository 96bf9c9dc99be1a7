"""Questions of those who draft the rules: is the text whole, consistent, and the same for all specialties?"""
