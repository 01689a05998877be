package org.symbolon.command.eventhandler.module;

import java.util.List;

/** The names of what can be handled: requests of certain kinds. */
public final class RequestEvents {

    private static final List<String> ALL = List.of(
            """
            auth validate_offlinerefill validate_check validate_triggerchallenge validate_poll_transaction serviceid_add
            serviceid_list serviceid_delete token_init token_getchallenges token_list token_assign token_unassign
            token_revoke token_enable token_disable token_delete token_reset token_resync token_setpin
            token_setrandompin token_set token_realm token_load token_copypin token_copyuser token_lost token_getserial
            token_info token_assign_group token_unassign_group tokengroup_add tokengroup_list tokengroup_delete
            user_list set_custom_user_attribute get_user_attribute get_editable_attributes delete_custom_user_attribute
            user_delete user_add user_update
            """
                    .strip()
                    .split("\\s+"));

    private RequestEvents() {}

    /** In the order in which they are shown. */
    public static List<String> all() {
        return ALL;
    }
}
