package org.symbolon.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;

class RemoteUsersTest {

    private static ApiRequest request(String peer, String... remoteUsers) {
        ApiRequest request = new ApiRequest(
                Route.open("POST", "/auth", any -> Reply.value(true)),
                "POST",
                name -> name.equals("Remote-User") ? List.of(remoteUsers) : List.of(),
                peer);
        request.client("10.0.0.1");
        return request;
    }

    private static RemoteUsers trusting(String... networks) {
        return new RemoteUsers(List.of(networks));
    }

    @Test
    void theHeaderCountsFromTrustedWebServersOnly() {
        RemoteUsers users = trusting("192.0.2.7", " 10.1.0.0/16");

        assertThat(users.names(request("192.0.2.7", "anna"), "anna")).isTrue();
        assertThat(users.names(request("10.1.2.3", "anna"), "anna")).isTrue();
        assertThat(users.names(request("192.0.2.8", "anna"), "anna")).isFalse();
    }

    @Test
    void aSecondLineMayBeTheClientsOwnAndIsRefused() {
        RemoteUsers users = trusting("192.0.2.7");

        assertThatThrownBy(() -> users.names(request("192.0.2.7", "anna", "bert"), "anna"))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(905));
        assertThat(users.names(request("192.0.2.8", "anna", "bert"), "anna")).isFalse();
        assertThat(users.names(request("192.0.2.7"), "anna")).isFalse();
    }

    @Test
    void theAddressThatAProxyClaimsIsNotTheOneThatCounts() {
        assertThat(trusting("10.0.0.1").names(request("192.0.2.8", "anna"), "anna"))
                .isFalse();
    }

    @Test
    void whoeverIsNamedMustBeTheOneWhoLogsIn() {
        assertThat(trusting("192.0.2.7").names(request("192.0.2.7", "anna"), "bert"))
                .isFalse();
    }

    @Test
    void nobodyIsTrustedUnlessTheSettingSaysSo() {
        assertThat(trusting("").names(request("127.0.0.1", "anna"), "anna")).isFalse();
    }

    @Test
    void aSettingThatCannotBeReadIsAFault() {
        assertThatThrownBy(() -> trusting("proxy.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("symbolon.remote-user-proxies");
    }
}
