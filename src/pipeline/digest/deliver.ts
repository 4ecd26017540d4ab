import type { Context } from '../../context.ts';
import { DeliveryError } from '../../errors.ts';
import type { DigestView } from '../../model/digest.ts';
import type { LoadedProfile } from '../../model/profile.ts';
import type { Channel, PendingDelivery } from '../../store/digests.ts';

const SMTP_PASSWORD = 'ROLEWATCH_SMTP_PASSWORD';

/** How a person wishes to be told, as far as the settings allow it. */
export function channelsOf(context: Pick<Context, 'settings'>, loaded: LoadedProfile): Channel[] {
  const { digest, email } = loaded.profile;
  const channels: Channel[] = [];
  if (digest.files) channels.push('files');
  if (digest.email && email !== undefined && context.settings.delivery.email) channels.push('email');
  return channels;
}

/**
 * Delivers one digest by one channel; a repeat writes the same files and carries the same Message-ID. Returns where it
 * went, in words; throws a `DeliveryError`.
 */
export async function deliver(context: Context, loaded: LoadedProfile, delivery: PendingDelivery): Promise<string> {
  if (delivery.channel === 'files') {
    const { writeDigestFiles } = await import('./write-files.ts');
    const { formats } = context.settings.delivery.files;
    return (await writeDigestFiles(context.home.digestsDir, delivery.view, formats)).join(', ');
  }
  return sendByMail(context, loaded, delivery.view);
}

async function sendByMail(context: Context, loaded: LoadedProfile, view: DigestView): Promise<string> {
  const server = context.settings.delivery.email;
  const to = loaded.profile.email;
  if (!server || to === undefined) {
    throw new DeliveryError(
      'rejected',
      'Delivery by e-mail is switched off; set `delivery.email` in rolewatch.yaml and `email` in the profile.',
    );
  }
  const { buildMessage } = await import('./message.ts');
  const { sendMail } = await import('./send-mail.ts');
  const { renderHtml } = await import('./render-html.ts');
  const { renderText } = await import('./render-text.ts');
  const message = buildMessage(view, { html: renderHtml(view), text: renderText(view) }, { from: server.from, to });
  const password = context.secret(SMTP_PASSWORD);
  await sendMail(message, {
    host: server.host,
    port: server.port,
    secure: server.secure,
    ...(server.user === undefined ? {} : { user: server.user }),
    ...(password === undefined ? {} : { password }),
  });
  return to;
}
