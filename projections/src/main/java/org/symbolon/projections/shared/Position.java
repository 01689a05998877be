package org.symbolon.projections.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter of an event handler that gets the event's position in the stream: a {@code long}, or a
 * {@link java.util.function.LongSupplier} where it is seldom needed and should not be looked up in vain.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Position {}
