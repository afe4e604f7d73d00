import { Languages, MapPin, MessageCircleReply } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { VerifiedBadge } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icon';
import { Portrait } from '@/components/ui/portrait';
import { joinWords } from './join-words';
import type { ProfileView } from './types';

/** Portrait and name before anything else. */
export function ProfileHead({ profile }: { profile: ProfileView }) {
  const t = useTranslations('profile.head');
  const locale = useLocale();
  const lang = profile.textLocale === locale ? undefined : profile.textLocale;
  const factLook = 'inline-flex min-w-0 items-center gap-1.5';
  return (
    <section className="grid gap-6 min-[40rem]:grid-cols-[13.5rem_minmax(0,1fr)] min-[40rem]:items-center min-[40rem]:gap-9">
      <Portrait
        of={profile}
        alt={t('portrait', { name: profile.name })}
        priority
        className="w-[min(11rem,52vw)] min-[40rem]:w-full"
      />
      <div className="grid gap-4">
        <div className="grid gap-2 wrap-anywhere">
          {profile.isVerified && <VerifiedBadge>{t('verified')}</VerifiedBadge>}
          <h1 className="font-serif text-h1">{profile.name}</h1>
          <p className="lede" lang={lang}>
            {profile.headline}
          </p>
        </div>
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm leading-5.5 text-ink-2">
          <span className={factLook}>
            <Icon of={MapPin} className="text-ink-3" />
            {profile.city ? t('place', { city: profile.city }) : t('online')}
          </span>
          <span className={factLook}>
            <Icon of={Languages} className="text-ink-3" />
            {joinWords(
              profile.languages.map((language) => language.name),
              locale,
            )}
          </span>
          <span className={factLook}>
            <Icon of={MessageCircleReply} className="text-ink-3" />
            {t('answers', { hours: profile.answerHours })}
          </span>
        </p>
      </div>
    </section>
  );
}
