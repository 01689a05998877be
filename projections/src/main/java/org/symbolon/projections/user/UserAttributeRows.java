package org.symbolon.projections.user;

import org.springframework.jdbc.core.JdbcOperations;

/** Tells whether there are custom attributes at all, so that who has none to read reads no table. */
public final class UserAttributeRows {

    private UserAttributeRows() {}

    public static boolean areThereAny(JdbcOperations jdbc) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select 1 from customuserattribute)", Boolean.class));
    }

    /**
     * Whether, as far as the current transaction can be sure, no other attribute is there beside this one. One that it finds
     * stays until the transaction ends, so that there is no moment with none in between.
     */
    public static boolean mayBeTheFirst(JdbcOperations jdbc, int number) {
        return jdbc.queryForList(
                        "select id from customuserattribute where id <> ? limit 1 for key share skip locked",
                        Integer.class,
                        number)
                .isEmpty();
    }
}
