package org.symbolon.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.symbolon.policy.matching.PolicyRefusal;

class RegistrationTermsTest {

    private static boolean admit(String address, String... expressions) {
        return new RegistrationTerms(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(expressions))
                .admit(address);
    }

    @Test
    void withoutAnExpressionAnyAddressIsAdmitted() {
        assertThat(admit("anybody@anywhere")).isTrue();
    }

    @Test
    void oneOfTheExpressionsIsEnoughAndSlashesAroundItDoNotMatter() {
        assertThat(admit("anna@example.org", "/@example[.]org$/")).isTrue();
        assertThat(admit("anna@example.org", "@example[.]net$", "@example[.]org$"))
                .isTrue();
        assertThat(admit("anna@example.org.evil", "/@example[.]org$/", "@example[.]net$"))
                .isFalse();
        assertThat(admit("a/b", "/")).isTrue();
    }

    @Test
    void whatNobodyCanFollowAdmitsNobody() {
        assertThatThrownBy(() -> admit("anna@example.org", "/(/")).isInstanceOf(PolicyRefusal.class);
    }
}
