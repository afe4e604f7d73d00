import { NewClaimPage, newClaimMetadata } from '@/components/claims/new-claim-page';

export const generateMetadata = newClaimMetadata;

export default async function ClaimBookingPage({
  params,
}: PageProps<'/[locale]/appointments/[bookingId]/claim'>) {
  const { bookingId } = await params;
  return (
    <NewClaimPage
      subject={{ bookingId }}
      page={{ pathname: '/appointments/[bookingId]/claim', params: { bookingId } }}
      back={{ pathname: '/appointments/[bookingId]', params: { bookingId } }}
    />
  );
}
