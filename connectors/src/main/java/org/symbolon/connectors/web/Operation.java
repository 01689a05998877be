package org.symbolon.connectors.web;

/** What a store may be asked for, each by a definition of its own. A store without one cannot do it. */
enum Operation {
    BY_ID("config_get_user_by_id"),
    BY_NAME("config_get_user_by_name"),
    LIST("config_get_user_list"),
    CREATE("config_create_user"),
    EDIT("config_edit_user"),
    DELETE("config_delete_user"),
    /** Ours: gives a user another password. */
    SET_PASSWORD("config_set_password"),
    PASSWORD("config_user_auth"),
    AUTHORIZATION("config_authorization"),
    GROUPS("config_get_user_groups");

    private final String key;

    Operation(String key) {
        this.key = key;
    }

    /** The entry of a configuration that describes it. */
    String key() {
        return key;
    }
}
