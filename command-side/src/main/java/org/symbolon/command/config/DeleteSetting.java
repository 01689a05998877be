package org.symbolon.command.config;

/** Delete a system setting. */
public record DeleteSetting(String key) {}
