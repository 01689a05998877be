package org.symbolon.api.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Shape;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.Kind;

/** Actions in the form that web interfaces build their pages from. */
@Component
class ActionJson {

    /** What {@link #of} answers; what an action does not have is not there. */
    static final Shape SHAPE = Shape.fields("")
            .with("type", Shape.choice("What it is given.", "bool", "int", "str", "text"))
            .with("desc", Shape.text("What it does."))
            .with("group", Shape.text("The heading that it stands under."))
            .with("mainmenu", Shape.list("The menus that it opens."))
            .with("value", Shape.listOf("What there is to choose from.", Shape.anything("")))
            .with("multiple", Shape.flag("Whether several may be chosen."))
            .with("default", Shape.anything("What holds without a policy."))
            .with("required", Shape.flag("Whether nothing works without it."));

    private final OfferedNames names;

    ActionJson(OfferedNames names) {
        this.names = names;
    }

    Map<String, Object> of(Action action) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", action.kind().wire());
        json.put("desc", action.description());
        action.group().ifPresent(group -> json.put("group", group));
        if (!action.menus().isEmpty()) {
            json.put("mainmenu", action.menus());
        }
        if (!action.choices().isEmpty() || action.existing().isPresent()) {
            json.put("value", values(action));
        }
        if (action.multiple()) {
            json.put("multiple", true);
        }
        action.defaultText().ifPresent(text -> json.put("default", value(action, text)));
        if (action.required()) {
            json.put("required", true);
        }
        return json;
    }

    private List<Object> values(Action action) {
        List<String> texts = new ArrayList<>(action.choices());
        action.existing().ifPresent(existing -> texts.addAll(names.of(existing)));
        return texts.stream().distinct().map(text -> value(action, text)).toList();
    }

    private static Object value(Action action, String text) {
        return action.kind() == Kind.NUMBER ? (Object) Integer.valueOf(text) : text;
    }
}
