package org.symbolon.command.machine.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.symbolon.command.support.Chance;
import org.symbolon.events.shared.Secret;

class OfflineHashTest {

    /** Computed with Python's hashlib. */
    @Test
    void aPassIsHashedAsMachinesReadIt() {
        assertThat(OfflineHash.of(Secret.of("1234755224"), 6549, Chance.counting()))
                .isEqualTo(
                        "$pbkdf2-sha512$6549$AAECAwQFBgcICQ$.WFGnRAl2SAxcrYW7.2VbOWbuAGi7lLuwMdfFOFwlCnRzmVX5SKLWP34MI"
                                + "nbTkVb57krmXDSIDbNKtgP/Gik5Q");
    }
}
