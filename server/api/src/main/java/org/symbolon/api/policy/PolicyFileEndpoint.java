package org.symbolon.api.policy;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.AttachmentName;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.ImportJson;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.Upload;
import org.symbolon.api.kernel.wire.PercentText;
import org.symbolon.command.policy.ImportPolicies;
import org.symbolon.command.policy.SavePolicy;
import org.symbolon.command.shared.Imported;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.config.ConfigurationView;

/** Policies as a file, all of them or nothing. */
@Component
public class PolicyFileEndpoint implements Endpoint {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String PLAIN = "text/plain; charset=utf-8";

    private final CommandDispatcher commands;
    private final Supplier<ConfigurationView> configuration;

    public PolicyFileEndpoint(CommandDispatcher commands, Supplier<ConfigurationView> configuration) {
        this.commands = commands;
        this.configuration = configuration;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/policy/export/<export>", this::write)
                        .needs(AdminActions.POLICYREAD)
                        .does("Answers all policies as a file.")
                        .takes("export", Shape.text("What the file is to be called."))
                        .answers(PLAIN, Shape.text("A section for each policy.")),
                Route.admin("POST", "/policy/import/<filename>", this::read)
                        .doneOnce()
                        .needs(AdminActions.POLICYWRITE)
                        .does("Makes or changes the policies in a file, all of them or none.")
                        .takes("filename", Shape.text("What the file is called."))
                        .takes(
                                "file",
                                Shape.file("The file, as it was exported.").required())
                        .answers(Shape.number("How many policies it holds."))
                        .tells(ImportJson.SHAPE)
                        .refuses(302, "A client is no address."));
    }

    private Reply write(ApiRequest request) {
        String name = AttachmentName.checked(request.parameters().required("export"));
        request.notes().success(true).info("exporting policies to file " + name);
        return Reply.text(PLAIN, PolicyFile.write(configuration.get().policies().all()))
                .header("Content-disposition", "attachment; filename=" + name);
    }

    private Reply read(ApiRequest request) {
        String fileName = request.parameters().required("filename");
        List<SavePolicy> policies =
                PolicyFile.commands(text(request.parameters().requiredUpload("file")));
        return commands.send(request, new ImportPolicies(policies), (Imported all) -> {
            request.notes().success(true).info("imported " + all.total() + " policies from file " + fileName);
            return Reply.value(all.total()).detail(ImportJson.of(all));
        });
    }

    private static String text(Upload file) {
        String text = PercentText.strict(file.content());
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
