package org.symbolon.events.config;

/** What can happen to the system configuration. */
public sealed interface ConfigEvent permits SettingStored, SettingDeleted, DefaultRealmChanged {}
