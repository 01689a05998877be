package org.symbolon.api.kernel;

import java.util.function.Supplier;

/** The current text of the setting OverrideAuthorizationClient, empty where it is not set. */
@FunctionalInterface
public interface ProxySetting extends Supplier<String> {}
