package org.symbolon.connectors.passwd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswdSearchTest {

    private final PasswdUsers users = PasswdUsers.parse(List.of(
            PasswdFile.ROOT, PasswdFile.ADA, PasswdFile.BEN, "odd:x:not-a-number:1:Odd One,,,,odd@example.org"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "username; *; root,ada,Ben,odd",
                "username; ada; ada",
                "username; ADA; ada",
                "username; ben; Ben",
                "username; a*; ada",
                "username; *d*; ada,odd",
                "username; *N; Ben",
                "username; a*a; ''",
                "username; ''; ''",
                "description; *love*; ada",
                "description; root; root",
                "email; *example.org; ada,odd",
                "email; ada@example.org; ''",
                "email; *ada@example.org; ada",
                "email; *britten; Ben"
            })
    void matchesLoginAndCommentByPattern(String attribute, String pattern, String logins) {
        assertThat(found(Map.of(attribute, pattern))).isEqualTo(logins);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "=1001; ada",
                "= 1001; ada",
                ">=1001; ada,Ben",
                ">1001; Ben",
                "<1001; root",
                "<=1001; root,ada",
                "between 1001,2000; ada,Ben",
                "between 0, 1001; root,ada",
                "BETWEEN 1002,1002; Ben"
            })
    void comparesIdsAsNumbers(String condition, String logins) {
        assertThat(found(Map.of("userid", condition))).isEqualTo(logins);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1001", "*", "", "10*", "between 1001", "=a", "=99999999999999999999999", "!=1001"})
    void aConditionWithoutOperatorFitsNobody(String condition) {
        assertThat(found(Map.of("userid", condition))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"givenname", "surname", "phone", "mobile", "cryptpass", "nonce"})
    void anyOtherCriterionFitsNobody(String attribute) {
        assertThat(found(Map.of(attribute, "*"))).isEmpty();
        assertThat(found(Map.of("username", "*", attribute, "*"))).isEmpty();
    }

    @Test
    void allCriteriaMustFit() {
        assertThat(found(Map.of("username", "*", "userid", ">0", "email", "*example.org")))
                .isEqualTo("ada");
    }

    @Test
    void noCriterionFitsEverybody() {
        assertThat(found(Map.of())).isEqualTo("root,ada,Ben,odd");
    }

    private String found(Map<String, String> criteria) {
        List<String> logins = users.all().stream()
                .filter(PasswdSearch.of(criteria))
                .map(PasswdUser::login)
                .toList();
        return String.join(",", logins);
    }
}
