package org.symbolon.endtoend.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** The policies that one test needs; nobody else meets them, for they are gone when it ends. */
public final class PoliciesInUse {

    private final ApiClient admin;
    private final String prefix;
    private final List<String> names = new ArrayList<>();

    public PoliciesInUse(ApiClient admin, String prefix) {
        this.admin = admin;
        this.prefix = prefix;
    }

    /** Puts a policy into use that may say more than its scope and action, and answers its name. */
    public String use(String scope, String action, String... more) {
        String name = prefix + names.size();
        names.add(name);
        List<String> parameters = new ArrayList<>(List.of("scope", scope, "action", action));
        if (!List.of(more).contains("realm")) {
            parameters.addAll(List.of("realm", ""));
        }
        parameters.addAll(List.of(more));
        Answer answer = admin.post("/policy/" + name, parameters.toArray(String[]::new));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return name;
    }

    public void end() {
        names.forEach(name ->
                assertThat(admin.delete("/policy/" + name).status()).as(name).isEqualTo(200));
        names.clear();
    }
}
