package org.symbolon.endtoend.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * As {@link WireTest}, for a class with policies of administrators and users, which is lent the one {@link PolicyServer} of all
 * such classes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PolicyServerLender.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public @interface PolicyTest {}
