package org.symbolon.server.policy;

import org.symbolon.command.secret.Secret;
import org.symbolon.server.http.ApiRequest;

/** The password that takes the place of a lost token, and for how many days it does. */
public final class LostTokenPassword {

    private Secret password;
    private int days;

    private LostTokenPassword() {}

    static void set(ApiRequest request, Secret password, int days) {
        LostTokenPassword made = of(request);
        made.password = password;
        made.days = days;
    }

    public static LostTokenPassword of(ApiRequest request) {
        return request.own(LostTokenPassword.class, LostTokenPassword::new);
    }

    public Secret password() {
        return password;
    }

    public int days() {
        return days;
    }
}
