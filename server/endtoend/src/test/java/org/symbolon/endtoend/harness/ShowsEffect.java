package org.symbolon.endtoend.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test that shows what actions do once a policy names them: each as {@code authentication/otppin}, and of those that
 * differ in the type of token only what they have in common, as {@code admin/enroll<TYPE>}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ShowsEffect {

    String[] value();
}
