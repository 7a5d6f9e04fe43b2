"""The pages of the sandbox: a Streamlit application that talks to the service over HTTP only."""
