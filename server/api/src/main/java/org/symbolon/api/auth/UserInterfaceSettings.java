package org.symbolon.api.auth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.command.tokentype.TokenTypes;

/** What a log-in tells a web interface about how to behave, while no policy says otherwise. */
final class UserInterfaceSettings {

    static final Map<String, Object> PRESET = preset();

    private UserInterfaceSettings() {}

    private static Map<String, Object> preset() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("logout_time", 120);
        settings.put("audit_page_size", 10);
        settings.put("token_page_size", 15);
        settings.put("user_page_size", 15);
        settings.put(
                "policy_template_url", "https://raw.githubusercontent.com/edumfa/policy-templates/main/templates/");
        settings.put("default_tokentype", TokenTypes.DEFAULT);
        for (String switchedOff : List.of(
                "user_details",
                "token_wizard",
                "token_wizard_2nd",
                "admin_dashboard",
                "dialog_no_token",
                "search_on_enter",
                "hide_welcome",
                "hide_buttons",
                "deletion_confirmation",
                "show_seed")) {
            settings.put(switchedOff, false);
        }
        settings.put("timeout_action", "lockscreeen");
        settings.put("token_rollover", Map.of());
        settings.put("show_node", "");
        settings.put("subscription_status", 3);
        settings.put("subscription_status_push", 3);
        settings.put("qr_image_android", null);
        settings.put("qr_image_ios", null);
        settings.put("qr_image_custom", null);
        settings.put("logout_redirect_url", "");
        settings.put("require_description", List.of());
        return settings;
    }
}
