package org.symbolon.app.wiring;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;
import org.symbolon.connectors.smtp.PemSigners;
import org.symbolon.connectors.smtp.SmtpMailer;
import org.symbolon.reactions.caconnector.CertificateUpkeep;
import org.symbolon.reactions.caconnector.RevokeCertificatesReaction;
import org.symbolon.reactions.effect.CommandedEffectJournal;
import org.symbolon.reactions.effect.EffectOutcomes;
import org.symbolon.reactions.eventhandler.CallWebHookReaction;
import org.symbolon.reactions.eventhandler.RunScriptReaction;
import org.symbolon.reactions.eventhandler.SendNotificationReaction;
import org.symbolon.reactions.eventhandler.WriteFileReaction;
import org.symbolon.reactions.periodictask.EventCounterWork;
import org.symbolon.reactions.periodictask.SimpleStatsWork;
import org.symbolon.reactions.periodictask.TaskRunner;
import org.symbolon.reactions.smsgateway.SendPushReaction;
import org.symbolon.reactions.smsgateway.SendTextReaction;
import org.symbolon.reactions.smtpserver.SendMailReaction;

/** Reactions, and what they reach people with. */
final class ReactionBeans implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        registry.registerBean(CallWebHookReaction.class);
        registry.registerBean(CertificateUpkeep.class);
        registry.registerBean(CommandedEffectJournal.class);
        registry.registerBean(EffectOutcomes.class);
        registry.registerBean(EventCounterWork.class);
        registry.registerBean(PemSigners.class);
        registry.registerBean(RevokeCertificatesReaction.class);
        registry.registerBean(RunScriptReaction.class);
        registry.registerBean(SendMailReaction.class);
        registry.registerBean(SendNotificationReaction.class);
        registry.registerBean(SendPushReaction.class);
        registry.registerBean(SendTextReaction.class);
        registry.registerBean(SimpleStatsWork.class);
        registry.registerBean(SmtpMailer.class);
        registry.registerBean(TaskRunner.class);
        registry.registerBean(WriteFileReaction.class);
    }
}
