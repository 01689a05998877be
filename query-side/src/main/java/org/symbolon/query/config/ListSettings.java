package org.symbolon.query.config;

/** Which system settings are there? Secrets are still sealed in the answer. */
public record ListSettings() {}
